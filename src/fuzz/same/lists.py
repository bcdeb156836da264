"""Part e: `dedupe` and `run` over the sample, over the development sets, and over generated rows, in order and shuffled."""

import random
import subprocess

ROWS = 100_000
SEED = 19


def scenes(given, scratch, dev, quick):
    made = {"sample": lambda scene: sample(scene, given)}
    for file in sorted(dev.glob("dedupe-*.csv")) if dev.is_dir() else []:
        if "truth" not in file.name:
            made[file.stem] = lambda scene, file=file: both(scene, given, file, [2])
    for file in sorted(dev.glob("classify-*.csv")) if dev.is_dir() else []:
        made[file.stem] = lambda scene, file=file: classified(scene, given, file)
    if not quick:
        made["generated"] = lambda scene: generated(scene, given, scratch)
    return made


def sample(scene, given):
    scene.copy(given / "input", "input")
    scene.copy(given / "rules", "rules")
    scene.copy(given / "input", "shuffled")
    shuffle(given / "input/CustomerLastBillingDate.csv", scene.home / "shuffled/CustomerLastBillingDate.csv")
    for threads in (1, 2):
        for folder in ("input", "shuffled"):
            scene.command("run", "--threads", threads, "--input", folder, "--output", f"run-{folder}-{threads}")
        scene.command("dedupe", "--threads", threads, "--output", f"dedupe-{threads}", "--policy", "family")


def both(scene, given, customers, threads):
    scene.copy(given / "rules", "rules")
    scene.copy(customers, "customers.csv")
    for number in threads:
        arguments = ["--threads", number, "--customers", "customers.csv", "--keep-runs", "0"]
        scene.command("dedupe", *arguments, "--output", f"dedupe-{number}")
        scene.command("run", *arguments, "--output", f"run-{number}")


def classified(scene, given, truth):
    scene.copy(given / "rules", "rules")
    text = truth.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    scene.write("labels.csv", text[0].replace("ExpectedGroup", "Expected Group") + "".join(text[1:]))
    scene.command("evaluate", "classify", "--truth", "labels.csv", "--output", "evaluation")


def generated(scene, given, scratch):
    folder = scratch.parent / f"generated-{ROWS}-{SEED}"
    customers = folder / "CustomerLastBillingDate.csv"
    if not customers.exists():
        subprocess.run([given / "src/bench/run.sh", "generate", str(ROWS), str(SEED), folder],
                       check=True, stdout=subprocess.DEVNULL, timeout=900)
    scene.copy(given / "rules", "rules")
    scene.copy(customers, "ordered.csv")
    shuffle(customers, scene.home / "shuffled.csv")
    for command, name, threads in (("dedupe", "ordered", 1), ("dedupe", "shuffled", 2), ("run", "ordered", 2), ("run", "shuffled", 1)):
        scene.command(command, "--threads", threads, "--customers", f"{name}.csv", "--keep-runs", "0",
                      "--output", f"{command}-{name}-{threads}")


def shuffle(source, target):
    """The same rows in another order, always the same one; rows that span lines are not in these lists."""
    header, *rows = source.read_text(encoding="utf-8").splitlines(keepends=True)
    rows = [row if row.endswith("\n") else row + "\n" for row in rows]
    random.Random(SEED).shuffle(rows)
    target.write_text(header + "".join(rows), encoding="utf-8")
