"""Names of people go where the text speaks of a person, and nowhere else."""

import json

import pytest

from troubleshooter.diagnosis.redact import redact

SPEAKING_OF_A_PERSON = [
    {"name": "Ola Nordmann", "given_name": "Ola", "family_name": "Nordmann", "sid": "7d78a726af"},
    {"sub": "c06c4afe-d9e1-4c5d-939a-177d752a0944", "email": "x", "name": "Ola Nordmann"},
    {"orderId": "acme-1", "customer": {"name": "Ola Nordmann"}},
    {"shippingDetails": {"address": {"formatted": "Nordmann 6300\n0603\nOSLO", "country": "NO"}}},
    {"address": {"country": "NO", "region": "Nordmann", "postal_code": "0154"}},
    {"recipient": [{"name": "Nordmann"}]},
]
SPEAKING_OF_THINGS = [
    {"extraDetails": [{"name": "phoneNumber", "reason": "Phone number is not valid"}]},
    {"invalidParams": [{"name": "customer", "reason": "is required"}]},
    {"name": "WooCommerce", "version": "8.2"},
    {"merchant": {"name": "ACME Fantastic Fitness"}, "customer": {"phoneNumber": ""}},
    {"customer": {"name": "must not be empty"}},
    {"headers": [{"name": "Accept", "value": "*/*"}], "customerInfo": None},
    {"orderLines": [{"name": "Running shoes", "quantity": 1}], "customer": None},
    {"addressLine1": ["The addressLine1 field is required."]},
]


@pytest.mark.parametrize("body", SPEAKING_OF_A_PERSON)
def test_the_name_of_a_person_goes(body):
    for text in (
        json.dumps(body),
        json.dumps(body, indent=2),
        json.dumps(json.dumps(body)),
        str(body),
    ):
        assert "Nordmann" not in redact(text).text


@pytest.mark.parametrize("body", SPEAKING_OF_THINGS)
def test_the_name_of_a_thing_stays(body):
    for text in (json.dumps(body), json.dumps(body, indent=2), json.dumps(json.dumps(body))):
        assert redact(text).text == text
