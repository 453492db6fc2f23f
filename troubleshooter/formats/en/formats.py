"""How English pages write dates. Other languages go by Django’s own formats."""

DATE_FORMAT = "j F Y"
