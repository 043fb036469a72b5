"""Whether two builds are the same and hold what they should: ``python -m release.distributions FIRST SECOND``."""

import hashlib
import sys
import zipfile
from pathlib import Path

__all__ = ["differences", "main", "wheel_faults"]

ROOT = Path(__file__).parents[1]
_ABOUT = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/DATA-LICENSES.md", "licenses/LICENSE")


def differences(first: Path, second: Path) -> tuple[str, ...]:
    """Say which files of two folders are not the same to the last byte, or stand in one of them only."""
    here, there = _digests(first), _digests(second)
    if not here:
        return (f"{first} is empty",)
    alone = [f"{name} stands in one folder only" for name in sorted(here.keys() ^ there.keys())]
    changed = [f"{name} differs" for name in sorted(here.keys() & there.keys()) if here[name] != there[name]]
    return (*alone, *changed)


def wheel_faults(wheel: Path, root: Path = ROOT) -> tuple[str, ...]:
    """Say what a wheel lacks of the package in ``root`` and its licences, and what it holds beside them."""
    source = root / "src"
    files = [path for path in (source / "familjen").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    distribution = "-".join(wheel.name.split("-")[:2])
    expected = {path.relative_to(source).as_posix(): path.read_bytes() for path in files}
    with zipfile.ZipFile(wheel) as held:
        names = set(held.namelist())
        about = {f"{distribution}.dist-info/{name}" for name in _ABOUT}
        lacking = [f"{wheel.name} lacks {name}" for name in sorted({*expected, *about} - names)]
        foreign = [f"{wheel.name} holds {name}" for name in sorted(names - {*expected, *about})]
        changed = [
            f"{wheel.name} holds another {name}"
            for name in expected
            if name in names and held.read(name) != expected[name]
        ]
    return (*lacking, *foreign, *changed)


def main(first: str, second: str) -> int:
    """Print the digests of the first build and what is wrong; 0 when nothing is, 1 otherwise."""
    faults = list(differences(Path(first), Path(second)))
    wheels = sorted(Path(first).glob("*.whl"))
    faults += [f"there are {len(wheels)} wheels; there must be one"] * (len(wheels) != 1)
    faults += [fault for wheel in wheels for fault in wheel_faults(wheel)]
    for name, digest in _digests(Path(first)).items():
        print(f"{digest}  {name}")  # noqa: T201 - for people
    for fault in faults:
        print(fault, file=sys.stderr)  # noqa: T201 - for people
    return 1 if faults else 0


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix in {".gz", ".whl"})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
