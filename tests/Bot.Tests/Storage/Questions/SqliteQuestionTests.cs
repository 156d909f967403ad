using Bot.Tests.Hosting;

namespace Bot.Tests.Storage.Questions;

/// <inheritdoc/>
public sealed class SqliteQuestionTests() : QuestionContract(new SqliteData());
