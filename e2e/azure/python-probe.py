# A program that knows nothing of the stand-in: Microsoft's own Python clients, public endpoints, an environment. Prints what it got
# as JSON. Run by python-clients.azure.test.ts where these clients are installed.
import json
import os
import sys
from datetime import datetime

from azure.core.exceptions import HttpResponseError
from azure.identity import ClientSecretCredential, ManagedIdentityCredential
from azure.keyvault.certificates import CertificateClient
from azure.keyvault.keys import KeyClient
from azure.keyvault.secrets import SecretClient
from azure.mgmt.resourcegraph import ResourceGraphClient
from azure.mgmt.resourcegraph.models import QueryRequest
from azure.monitor.query import LogsQueryClient

asked = json.loads(sys.argv[1])
credential = ManagedIdentityCredential()


def names(pages):
    return sorted(item.name for item in pages)


def refusal(ask):
    try:
        ask()
        return None
    except HttpResponseError as error:
        return error.status_code


def vaults():
    client = ResourceGraphClient(credential)
    query = "resources | where type =~ 'microsoft.keyvault/vaults' | project id, name | order by id asc"
    found, token = [], None
    while True:
        options = {"$top": 7, "$skipToken": token} if token else {"$top": 7}
        answer = client.resources(QueryRequest(query=query, options=options))
        found += [row["name"] for row in answer.data]
        token = answer.skip_token
        if not token:
            return sorted(found)


def objects(url):
    secrets = SecretClient(url, credential)
    # Debian's of 2023 would ask by a preview that Azure has retired.
    keys = KeyClient(url, credential, api_version="7.3")
    listed = names(secrets.list_properties_of_secrets())
    return {
        "secrets": listed,
        "keys": names(keys.list_properties_of_keys()),
        "certificates": names(CertificateClient(url, credential).list_properties_of_certificates()),
        "deleted": names(secrets.list_deleted_secrets()),
        "versions": sorted(one.version for one in secrets.list_properties_of_secret_versions(listed[0])),
        "value": refusal(lambda: secrets.get_secret(listed[0])),
    }


def rows():
    span = (datetime.fromisoformat(asked["from"]), datetime.fromisoformat(asked["to"]))
    answer = LogsQueryClient(credential).query_workspace(asked["workspace"], "AZKVAuditLogs | count", timespan=span)
    return answer.tables[0].rows[0][0]


application = ClientSecretCredential(os.environ["AZURE_TENANT_ID"], os.environ["AZURE_CLIENT_ID"], os.environ["AZURE_CLIENT_SECRET"])
print(
    json.dumps(
        {
            "vaults": vaults(),
            "objects": objects(asked["url"]),
            "rows": rows(),
            "byApplication": names(SecretClient(asked["url"], application).list_properties_of_secrets()),
        }
    )
)
