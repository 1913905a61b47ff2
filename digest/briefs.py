"""A plan and a library's articles → one issue of a brief, and a report of what went into it and why."""

from __future__ import annotations

from digest.plans import BriefPlan, SectionPlan

__all__ = ["BriefPlan", "SectionPlan"]
