"""Errors to try the paste box with. Made up, with secrets in them to show that they are removed."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "invalid-subscription-key": """\
POST https://apitest.vipps.no/epayment/v1/payments
Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJtYWRlLXVwIn0.bWFkZS11cC1zaWduYXR1cmU
Ocp-Apim-Subscription-Key: 00112233445566778899aabbccddeeff
Merchant-Serial-Number: 123456

HTTP/1.1 401 Access Denied
Content-Type: application/json

{
  "statusCode": 401,
  "message": "Access denied due to invalid subscription key. Make sure to provide a valid key."
}
""",
    "order-not-found": """\
GET https://api.vipps.no/ecomm/v2/payments/acme-shop-123-order123abc/details
client_secret: made-up-and-much-too-long-to-guess

HTTP/1.1 404 Not Found
Content-Type: application/json

[
  {
    "errorGroup": "Merchant",
    "errorCode": "35",
    "errorMessage": "Requested Order not found",
    "contextId": "00000000-0000-4000-8000-000000000000"
  }
]
""",
}
"""The id of a problem → a text that is surely it."""
