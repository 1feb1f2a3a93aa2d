"""Reading on Spark: the findings and the register of this machine, also when an executor is lost on the way."""

import os
import shutil
import signal
import time
from pathlib import Path

import pytest
from pyarrow import parquet  # type: ignore[import-untyped]

from bangiao.engines.spark import Cluster, map_in_spark
from bangiao.model.errors import BangiaoError
from bangiao.pipeline import answer, packed, read_in_spark, read_pages
from bangiao.register.store import Register
from bangiao.samples import sample_paths
from bangiao.sources.inputs import open_inputs
from bangiao.sources.options import SourceOptions
from tests.cli.conftest import finished, process
from tests.engines import errands

ROOT = Path(__file__).resolve().parents[2]
PATHS = os.pathsep.join([str(ROOT / "src"), str(ROOT)])

pytest.importorskip("pyspark", reason="no Spark: make setup")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="no Java: install default-jre-headless"),
    # sockets to Java are left to the collector
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark on this machine alone, whatever its name resolves to; executors find what we find."""
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYTHONPATH", PATHS)


def executors(root: int) -> list[int]:
    """The executors below a process that have begun to work in Python."""
    parents, lines = {}, {}
    for task in Path("/proc").glob("[0-9]*"):
        try:
            number = int(task.name)
            parents[number] = int((task / "stat").read_text().rpartition(")")[2].split()[1])
            lines[number] = (task / "cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue

    def below(number: int) -> bool:
        return number == root or (number in parents and below(parents[number]))

    busy = {parents[number] for number, line in lines.items() if b"pyspark.daemon" in line}
    return sorted(number for number in busy if b"CoarseGrainedExecutorBackend" in lines[number] and below(number))


def test_an_executor_killed_in_the_middle_changes_nothing(tmp_path: Path) -> None:
    inputs = [str(path) for path in sample_paths()]
    alone, cluster, findings = tmp_path / "alone.sqlite", tmp_path / "cluster.sqlite", tmp_path / "findings"
    expected = finished(["read", *inputs, "--register", alone])
    line = ["read", *inputs, "--engine", "spark", "--master", "local-cluster[2,1,1024]", "--findings", findings]
    with process([*line, "--register", cluster], env={"PYTHONPATH": PATHS}) as running:
        while running.poll() is None and not (victims := executors(running.pid)):
            time.sleep(0.05)
        os.kill(victims[0], signal.SIGKILL)
        out, err = running.communicate(timeout=900)
    assert (running.returncode, "Traceback" in err.decode()) == (expected.code, False)
    assert out.decode().partition("Register")[0] == expected.out.partition("Register")[0]
    with Register.open(str(alone)) as one, Register.open(str(cluster)) as other:
        assert other.check() == []
        assert list(other.dump()) == list(one.dump())
    rows = [row for part in findings.glob("*.parquet") for row in parquet.read_table(part).to_pylist()]
    kept = [row["answer"] for row in sorted(rows, key=lambda row: (row["input"], row["name"], row["position"]))]
    tasks = [packed(page) for page in open_inputs(inputs)]
    assert kept == [answer(task) for task in tasks if isinstance(task, bytes)]


def test_a_bad_document_is_lost_alone() -> None:
    names = ["a,exit,b", "refused,c"]
    found = list(map_in_spark(errands.opened, errands.run, errands.lost, names, Cluster("local[1]")))
    assert found == [b"A", b"exit is lost", b"B", b"no", b"C"]


def test_a_store_of_hadoop_gives_what_a_folder_gives(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"tin-{number}.txt").write_text(f"Tin {number}\nHết.", encoding="utf-8")
    (tmp_path / "notes.doc").write_bytes(b"no report")
    stored = list(read_in_spark([f"file://{tmp_path}"], SourceOptions(), Cluster("local[1]")))
    assert stored == list(read_pages([str(tmp_path)], SourceOptions()))
    assert len(stored) == 2


def test_inputs_that_are_not_there_are_told_without_spark(tmp_path: Path) -> None:
    refused = list(read_in_spark([str(tmp_path / "nowhere.txt"), "-"], SourceOptions(), Cluster()))
    assert ["does not exist" in str(refused[0]), "cannot be read elsewhere" in str(refused[1])] == [True, True]


def test_a_master_that_is_none_is_told() -> None:
    with pytest.raises(BangiaoError, match="Spark cannot be started"):
        list(map_in_spark(errands.opened, errands.run, errands.lost, ["a"], Cluster("nowhere://1")))
