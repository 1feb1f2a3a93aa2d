"""The formats in which a release can be written: one line each."""

from bangiao.exports import (
    bibtex_entries,
    csl_items,
    csv_folder,
    ftm_entities,
    gold_lines,
    graphml_graph,
    jsonl_lines,
    parquet_folder,
    plover_events,
    xlsx_book,
)
from bangiao.exports.parts import Format

FORMATS: dict[str, Format] = {
    one.FORMAT.name: one.FORMAT
    for one in (
        csv_folder,
        parquet_folder,
        jsonl_lines,
        ftm_entities,
        plover_events,
        graphml_graph,
        bibtex_entries,
        csl_items,
        xlsx_book,
        gold_lines,
    )
}
