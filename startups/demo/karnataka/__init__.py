"""Start-ups of Karnataka that do not exist."""

from startups.demo.karnataka import five_g, green_tech, life_sciences, medtech

PROFILES = [
    *five_g.PROFILES,
    *medtech.PROFILES,
    *life_sciences.PROFILES,
    *green_tech.PROFILES,
]
