using Bot.Tests.Hosting;

namespace Bot.Tests.Storage.Questions;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresQuestionTests(PostgresRun run) : QuestionContract(new PostgresData(run));
