using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Unanswered;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresWishTests(PostgresRun run) : WishContract(new PostgresData(run));
