"""The built wheel holds all that the program needs: tables, samples, migrations, the mark of a typed package."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def unpacked(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree, unpacked as an installation would lay it out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=repository, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def contents(folder: Path) -> set[str]:
    """Every file of a folder but the interpreter's own leavings."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts and not path.name.startswith(".")}


def run(unpacked: Path, *arguments: str) -> str:
    """What the unpacked program prints, away from the repository."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "HOME": str(unpacked), "XDG_DATA_HOME": str(unpacked)}
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, cwd=unpacked, env=environment, check=True, capture_output=True, text=True).stdout


def test_every_file_of_the_package_is_in_the_wheel(unpacked: Path, repository: Path) -> None:
    assert contents(unpacked / "bangiao") == contents(repository / "src" / "bangiao")


def test_the_package_is_marked_as_typed(unpacked: Path) -> None:
    assert (unpacked / "bangiao" / "py.typed").is_file()


def test_the_wheel_carries_its_licence(unpacked: Path) -> None:
    assert sorted(path.name for path in unpacked.glob("bangiao-*.dist-info/licenses/*")) == ["LICENSE", "NOTICE"]


def test_the_program_runs_from_the_wheel(unpacked: Path) -> None:
    where = run(unpacked, "-c", "import bangiao; print(bangiao.__file__)").strip()
    assert Path(where).is_relative_to(unpacked)
    told = run(unpacked, "-c", "import sys; sys.argv = ['bangiao', 'demo']; from bangiao.cli.main import main; main()")
    assert "JP" in told
