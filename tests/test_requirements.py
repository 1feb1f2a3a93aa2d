"""What is installed: locked, in step with pyproject.toml, used, and under licences that go with Apache-2.0."""

import ast
import re
import sys
import tomllib
from importlib.metadata import Distribution, distribution, distributions, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILES = ("core", "check", "heavy", "desk", "bench")
APART = "peers-names"  # installed into an environment of its own, so that its versions bind nothing else
OWN = {"bangiao", "benchmarks", "tests", "tools"}
NOT_IMPORTED = {  # declared for what it does without being imported by name
    "sudachidict-core",  # the dictionary that sudachipy opens
    "sudachipy",  # taken by name where it is installed: readings of names in kanji
}

# A licence statement is made of these words alone. MPL-2.0 asks nothing of a program that only imports the package.
ALLOWED = {
    "0bsd",
    "apache-2.0",
    "bsd",
    "bsd-2-clause",
    "bsd-3-clause",
    "cc0-1.0",
    "cnri-python",
    "isc",
    "mit",
    "mit-0",
    "mpl-2.0",
    "psf-2.0",
    "zlib",
    "zpl-2.1",
}
SPELT = {
    "apache 2.0": "apache-2.0",
    "apache license": "apache-2.0",
    "apache license 2.0": "apache-2.0",
    "apache license, version 2.0": "apache-2.0",
    "apache software license": "apache-2.0",
    "bsd license": "bsd",
    "isc license (iscl": "isc",
    "mit license": "mit",
    "mozilla public license 2.0 (mpl 2.0": "mpl-2.0",
    "python software foundation license": "psf-2.0",
    "the unlicense (unlicense": "unlicense",
    "zope public license": "zpl-2.1",
}
# No field of the package says it; the licence file that comes with it does.
IN_THE_FILE = {"axe-playwright-python": "MIT"}


def locked(repository: Path, name: str) -> list[Requirement]:
    """The pinned packages of a requirement file."""
    text = (repository / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return [Requirement(line.rstrip(" \\")) for line in text.splitlines() if re.match(r"[a-z0-9]", line)]


def project(repository: Path) -> dict[str, list[Requirement]]:
    """The declared dependencies, the core's under "core", the extras' under their names."""
    table = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {"core": table["dependencies"], **table["optional-dependencies"]}
    return {name: [Requirement(line) for line in lines] for name, lines in declared.items()}


def applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate()


def find_installed(name: str) -> bool:
    return any(distributions(name=name))


def licences(package: Distribution) -> set[str]:
    """The licences that a distribution states for itself, as SPDX names; of a choice, the first that is allowed."""
    metadata = package.metadata.json
    stated = str(metadata.get("license_expression", "")) or IN_THE_FILE.get(package.name, "")
    if not stated:
        classifiers = [
            line.rsplit("::", 1)[1].strip() for line in metadata.get("classifier", []) if "License ::" in line
        ]
        named = [line for line in classifiers if line != "OSI Approved"]
        stated = " AND ".join(named) or str(metadata.get("license", "none stated")).splitlines()[0]
    choices = [
        {SPELT.get(name.strip("() "), name.strip("() ")) for name in choice.split(" and ")}
        for choice in stated.lower().split(" or ")
    ]
    return next((choice for choice in choices if choice <= ALLOWED), choices[0])


@pytest.mark.parametrize("name", [*FILES, "fuzz", APART])
def test_every_package_is_pinned_with_hashes_and_no_address(repository: Path, name: str) -> None:
    text = (repository / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    for entry in re.split(r"\n(?=[a-z0-9])", text.strip()):
        assert "==" in entry.splitlines()[0]
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("name", FILES)
def test_the_project_can_be_installed_without_build_isolation(repository: Path, name: str) -> None:
    assert {"hatchling", "editables"} <= {requirement.name for requirement in locked(repository, name)}


def test_a_package_has_one_version_in_all_files(repository: Path) -> None:
    core = {pin.name: pin.specifier for pin in locked(repository, "core")}
    for name in FILES[1:]:
        pinned = {pin.name: pin.specifier for pin in locked(repository, name)}
        assert {key: pinned.get(key) for key in core} == core
    desk, heavy = ({(pin.name, str(pin.specifier)) for pin in locked(repository, name)} for name in ("desk", "heavy"))
    assert desk <= heavy


def test_the_lock_is_in_step_with_the_declared_dependencies(repository: Path) -> None:
    core, heavy = locked(repository, "core"), locked(repository, "heavy")
    for extra, requirements in project(repository).items():
        for requirement in requirements:
            pins = [
                pin for pin in (core if extra == "core" else heavy) if pin.name == canonicalize_name(requirement.name)
            ]
            assert pins, f"{requirement} is not locked: make lock"
            assert all(requirement.specifier.contains(next(iter(pin.specifier)).version) for pin in pins)


def test_the_core_uses_what_it_declares_and_declares_what_it_uses(repository: Path) -> None:
    declared = project(repository)
    everywhere = {canonicalize_name(requirement.name) for lines in declared.values() for requirement in lines}
    used = imported(repository / "src" / "bangiao")
    core = {canonicalize_name(requirement.name) for requirement in declared["core"]}
    assert used <= everywhere
    assert core - used - NOT_IMPORTED == set()


def test_the_tests_use_what_the_files_name(repository: Path) -> None:
    declared = {canonicalize_name(requirement.name) for lines in project(repository).values() for requirement in lines}
    for name in (*FILES, "fuzz"):
        text = (repository / "requirements" / f"{name}.in").read_text(encoding="utf-8")
        declared |= {canonicalize_name(line) for line in text.splitlines() if re.match(r"[a-z]", line)}
    for folder in ("tests", "tools", "benchmarks"):
        assert imported(repository / folder) <= declared


def imported(source: Path) -> set[str]:
    """The distributions that the package's modules import."""
    homes = packages_distributions()
    tops: set[str] = set()
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                tops |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                tops.add(node.module.split(".")[0])
    foreign = tops - set(sys.stdlib_module_names) - OWN
    return {canonicalize_name(homes[top][0]) if top in homes else top for top in foreign}


def test_the_core_is_small(repository: Path) -> None:
    """Under 200 MB on disk; a third is left for what the interpreter compiles and for pip itself."""
    files = [file for pin in locked(repository, "core") if applies(pin) for file in distribution(pin.name).files or []]
    assert sum(file.size or 0 for file in files) < 140_000_000


@pytest.mark.parametrize("name", ["core", "check", "desk"])
def test_licences_go_with_apache(repository: Path, name: str) -> None:
    pins = [pin.name for pin in locked(repository, name) if applies(pin)]
    if name == "desk" and not all(map(find_installed, pins)):
        pytest.skip("not all that a desk uses is installed: make desk")
    found = {pin: licences(distribution(pin)) for pin in pins}
    assert {package: stated for package, stated in found.items() if not stated <= ALLOWED} == {}
