using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Notices;

/// <inheritdoc/>
public sealed class SqliteDraftTests() : DraftContract(new SqliteData());
