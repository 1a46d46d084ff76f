# urllib - only urllib.parse; to fetch pages there is requests.
