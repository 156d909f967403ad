using Bot.Tests.Hosting;

namespace Bot.Tests.Staff;

/// <inheritdoc/>
public sealed class SqliteAccountTests() : AccountContract(new SqliteData());
