namespace Bot.Staff.Notices;

/// <summary>The notices as staff keep them, as services.</summary>
public static class NoticeSetup
{
    public static IServiceCollection AddNoticeDesk(this IServiceCollection services) => services.AddSingleton<DraftLog>().AddSingleton<Candidates>();
}
