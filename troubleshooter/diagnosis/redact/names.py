"""Sensitive names: what they announce goes, whatever it looks like. Their order does not matter."""

from troubleshooter.diagnosis.redact.names_of_keys import KEYS
from troubleshooter.diagnosis.redact.names_of_numbers import NUMBERS
from troubleshooter.diagnosis.redact.names_of_passwords import PASSWORDS
from troubleshooter.diagnosis.redact.names_of_people import PEOPLE
from troubleshooter.diagnosis.redact.names_of_tokens import TOKENS
from troubleshooter.diagnosis.redact.rules import squeezed

NAMES = (*KEYS, *TOKENS, *PASSWORDS, *NUMBERS, *PEOPLE)

BY_NAME = {squeezed(name): rule for rule in NAMES for name in rule.names}
"""The rule of each name, spelled without what may differ."""
