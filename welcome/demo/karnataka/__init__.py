"""Applications from Karnataka, and what the City and NRW.Global Business decide on them."""

from welcome.demo.karnataka import decided, under_way

REQUESTS = [*decided.REQUESTS, *under_way.REQUESTS]
