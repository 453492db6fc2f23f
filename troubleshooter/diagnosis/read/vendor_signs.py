"""What gives away whose error a text is: words, and names of members, each with its reason.

A firm sign is one that a machine writes for itself alone: an address, a header, a member, an
identifier. A loose one is what people write in a sentence too: the name of a company, a path.
"""

from typing import NamedTuple

OURS, FORM, ANOTHER = "ours", "form", "another"
NAMES = ("vipps", "mobilepay")

LOOSE, FIRM, NAMED = 1, 2, 3
"""What a sign weighs: said in a sentence; written by a machine; the machine names its owner."""


class Sign(NamedTuple):
    """Words that tell whose an error is, and why they do. A word counts where it stands alone.

    `ours` names Vipps MobilePay. `form` is how our bodies look: it keeps a body from being taken
    for another's, and is no proof that it is ours. `another` is somebody else.
    """

    whose: str
    firm: bool
    reason: str
    words: tuple[str, ...]


def sign(whose: str, reason: str, words: str, *, firm: bool = True) -> Sign:
    return Sign(whose, firm, reason, tuple(words.split(", ")))


SIGNS = (
    sign(
        OURS,
        "headers and members that only our APIs have",
        "merchant-serial-number, merchantserialnumber, vipps-system-name, vipps-system-version, "
        "vipps-system-plugin-name, vipps-system-plugin-version, vipps-subscription-key, "
        "vippsinvoice-recipienttoken",
    ),
    sign(
        OURS,
        "addresses of ours, and the last part of some",
        "vipps.no, vippsmobilepay.com, vippsbedrift.no, mobilepay.dk, mobilepay.fi, "
        "vippsas.github.io, recurring-api-problems, vipps-recurring-api-problems",
    ),
    sign(
        OURS,
        "paths of ours, which other hosts can have too",
        "/accesstoken/get, /ecomm/v2/payments, /epayment/v1/payments, /miami/v1/token, "
        "/recurring/v2/agreements, /recurring/v3/agreements, /access-management-1.0, "
        "/vipps-userinfo-api",
        firm=False,
    ),
    sign(
        FORM,
        "members that the bodies of our errors have",
        "errorgroup, contextid, extradetails, responseinfo, invalidparams, failuredescription, "
        "invalidcharges, psptransactionid, softdeclineurl",
    ),
    sign(
        ANOTHER,
        "Stripe's headers, members and values",
        "stripe-version, stripe-account, stripe-signature, stripe-should-retry, request_log_url, "
        "decline_code, invalid_request_error, card_error, idempotency_error, api_error, "
        "authentication_error, rate_limit_error, payment_intent, payment_method_details",
    ),
    sign(
        ANOTHER,
        "Adyen's members",
        "refusalreason, refusalreasoncode, merchantaccount, merchantaccountcode, "
        "originalreference, paymentpspreference",
    ),
    sign(
        ANOTHER,
        "Klarna's members and headers",
        "error_messages, klarna-correlation-id, klarna-idempotency-key",
    ),
    sign(
        ANOTHER,
        "PayPal's and Braintree's members and headers",
        "debug_id, paypal-debug-id, paypal-request-id, l_errorcode0, l_longmessage0, "
        "information_link, legacycode, braintree-version, apierrorresponse",
    ),
    sign(
        ANOTHER,
        "members and headers of other payment vendors",
        "additionalinformation, square-version, x-mollie-signature, gocardless-version, "
        "quickpay-api-version, pbsresponse, epayresponse, cko-request-id, cko-version, "
        "payeepaymentreference, documentation_url, errorinformation",
    ),
    sign(
        ANOTHER,
        "headers and members of Amazon, Google, Meta and others",
        "x-amzn-requestid, x-amzn-errortype, x-amzn-trace-id, x-amz-request-id, x-amz-id-2, "
        "x-amz-cf-id, __type, type.googleapis.com, x-goog-request-id, x-fb-debug, fbtrace_id, "
        "x-github-request-id, more_info, errorsummary, errorcauses, x-shopify-shop-id, "
        "x-shopify-stage, @odata.context, odata.error, validationmessages, developermessage",
    ),
    sign(
        ANOTHER,
        "frames that none of our APIs speaks in: SOAP, JSON-RPC, HAL, XML of Amazon",
        "<hostid>, <requestid>, soap:envelope, soapenv:envelope, faultcode, faultstring, "
        "jsonrpc, _links, _embedded",
    ),
    sign(
        ANOTHER,
        "the example of the RFC on problem details, which many copy",
        "invalid-params, probs/out-of-credit",
    ),
    sign(
        ANOTHER,
        "addresses of other vendors",
        "stripe.com, adyen.com, adyenpayments.com, klarna.com, paypal.com, braintreegateway.com, "
        "braintree-api.com, squareup.com, squareupsandbox.com, mollie.com, checkout.com, "
        "gocardless.com, quickpay.net, dibspayment.eu, dibspayment.com, nets.eu, netaxept.com, "
        "swedbankpay.com, payex.com, bambora.com, worldline-solutions.com, worldpay.com, "
        "getswish.net, trustly.com, paytrail.com, dintero.com, svea.com, qliro.com, "
        "walleypay.com, izettle.com, zettle.com, sumup.com, razorpay.com, authorize.net, "
        "cybersource.com, amazonaws.com, googleapis.com, graph.facebook.com, myshopify.com",
    ),
    sign(
        ANOTHER,
        "names of other payment vendors",
        "stripe, adyen, klarna, paypal, braintree, squareup, mollie, gocardless, quickpay, "
        "netaxept, nets easy, swedbank pay, payex, bambora, worldline, worldpay, swish, trustly, "
        "paytrail, dintero, svea, qliro, walley, zettle, izettle, sumup, razorpay, cybersource, "
        "resurs bank, riverty, afterpay, avarda, verifone, elavon, chargebee, recurly",
        firm=False,
    ),
    sign(OURS, "our names", "vipps, mobilepay, vippsmobilepay", firm=False),
)
