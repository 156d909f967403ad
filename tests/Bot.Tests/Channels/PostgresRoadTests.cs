using Bot.Tests.Hosting;

namespace Bot.Tests.Channels;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresRoadTests(PostgresRun run) : RoadContract(new PostgresData(run));
