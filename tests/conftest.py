"""What every test can ask for: the shared material, and the rules for skipping and for random examples."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]
NO_SKIP = os.environ.get("BANGIAO_NO_SKIP") == "1"

# Examples are the same in every run of the CI; on a desk hypothesis looks for new ones. Slow machines fail nothing.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("desk"), derandomize=True)
settings.load_profile("ci" if NO_SKIP or os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of corpora and gold beside the repository, or where BANGIAO_SHARED says; skips where it is absent."""
    folder = Path(os.environ.get("BANGIAO_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: set BANGIAO_SHARED to the folder of corpora and gold")
    return folder


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With BANGIAO_NO_SKIP=1 a skipped test is a failed one: a test that nobody runs proves nothing."""
    report = yield
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, which BANGIAO_NO_SKIP=1 forbids: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself while it is being collected."""
    report = yield
    if NO_SKIP and report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, which BANGIAO_NO_SKIP=1 forbids: {reason}"
    return report
