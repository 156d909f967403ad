using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Notices;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresDraftTests(PostgresRun run) : DraftContract(new PostgresData(run));
