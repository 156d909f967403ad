using Bot.Tests.Hosting;

namespace Bot.Tests.Turns;

/// <inheritdoc/>
public sealed class SqliteTurnTests() : TurnContract(new SqliteData());
