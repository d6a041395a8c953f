"""How fast the model runs here, what it takes, and an independent small version beside it."""

import os

# As `sim` asks for; said here too, since a benchmark may load numpy before it. Two threads that wait for each other
# count as processor time: intervals of Sobol indices then take three times as long.
for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
