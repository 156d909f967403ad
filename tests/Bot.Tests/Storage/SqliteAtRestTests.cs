using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
public sealed class SqliteAtRestTests() : AtRestContract(new SqliteData());
