"""Where pages come from: files, folders, standard input, web addresses. The only folder that fetches."""
