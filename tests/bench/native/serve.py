"""Answers the calls of `npm run bench` for contestants in Python: one JSON line in, one out."""

import importlib
import json
import os
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

jobs = {}


def prepare(call):
    contestant = importlib.import_module(call["contestant"])
    able = getattr(contestant, call["task"]["kind"], None)
    job = able and able(call["task"])
    if job:
        jobs[call["job"]] = job
    return bool(job)


def run(call):
    job = jobs[call["job"]]
    begin = time.perf_counter()
    job.run(call["times"])
    return time.perf_counter() - begin


def outcome(call):
    return [float(x) for x in jobs[call["job"]].outcome()]


def dispose(call):
    jobs.pop(call["job"], None)


def version(call):
    return importlib.import_module(call["contestant"]).version


methods = {f.__name__: f for f in (prepare, run, outcome, dispose, version)}
for line in sys.stdin:
    call = json.loads(line)
    try:
        answer = {"result": methods[call["method"]](call)}
    except Exception as error:  # told on the other side, which decides
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
