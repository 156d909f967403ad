namespace Bot.Staff.Unanswered;

/// <summary>What is learnt from questions that were not answered, as services.</summary>
public static class UnansweredSetup
{
    public static IServiceCollection AddUnanswered(this IServiceCollection services) => services
        .AddSingleton<MarkLog>()
        .AddSingleton<QuestionGroups>()
        .AddSingleton<ExampleDesk>()
        .AddSingleton<ReplyDesk>()
        .AddSingleton<ReplyWatch>()
        .AddHostedService(all => all.GetRequiredService<ReplyWatch>());
}
