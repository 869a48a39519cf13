"""Word lists, as data per language: they name and grade a difference, and never create one."""
