"""Every field that the reading of the samples stores is quoted, or inferred with a reason."""

from bangiao.exports.extract_json import record
from bangiao.samples import sample_paths
from benchmarks.evidence import faults
from benchmarks.material import readings


def test_every_field_of_the_samples_has_its_words() -> None:
    wrong = []
    for reading in readings(*sample_paths()):
        told = record(reading.report, reading.findings)
        for entry in (*told["contacts"], *told["commitments"]):
            wrong += [f"{told['id']}: {fault}" for fault in faults(entry, reading.report.text)]
    assert wrong == []
