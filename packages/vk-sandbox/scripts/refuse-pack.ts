/** The workspace's own package.json points at sources: packing it would publish something nobody can import. */
process.stderr.write("Pack with `npm run package -w @znatoki/vk-sandbox`; what is published is dist/package.\n")
process.exitCode = 1
