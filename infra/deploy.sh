#!/usr/bin/env bash
# Publishes the commit that is checked out, with the packages that its lock files name, and puts it where the app runs from.
# It takes az and azd, both signed in, zip, and the right to write to the container app-package. The app itself has none there.
set -euo pipefail
cd "$(dirname "$0")/.."

commit=$(git rev-parse HEAD)
if [ -n "$(git status --porcelain)" ]; then
  echo "What is here isn't what was committed as $commit. Only a commit is deployed, so that it can be told what runs." >&2
  exit 1
fi

group=$(azd env get-value AZURE_RESOURCE_GROUP)
app=$(azd env get-value AZURE_FUNCTION_NAME)
account=$(azd env get-value STORAGE_ACCOUNT)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish functions/App --configuration Release --output "$work/app" --nologo -p:RestoreLockedMode=true
(cd "$work/app" && zip --quiet --recurse-paths "$work/released-package.zip" .)

# The name is the platform's. The package before stays as an earlier version of the blob.
az storage blob upload --auth-mode login --account-name "$account" --container-name app-package --name released-package.zip \
  --file "$work/released-package.zip" --overwrite --metadata "commit=$commit" --output none
az functionapp restart --resource-group "$group" --name "$app"
az rest --method post --output none \
  --url "$(az functionapp show --resource-group "$group" --name "$app" --query id --output tsv)/syncfunctiontriggers?api-version=2025-03-01"
echo "Deployed $commit to $app."
