using Bot.Staff.Notices.Checking;
using Bot.Staff.Notices.Listing;
using Bot.Staff.Notices.Trying;

namespace Bot.Staff.Notices;

/// <summary>The notices as staff keep them, as services.</summary>
public static class NoticeSetup
{
    public static IServiceCollection AddNoticeDesk(this IServiceCollection services) => services
        .AddSingleton<DraftLog>().AddSingleton<Candidates>().AddSingleton<NoticeDesk>().AddSingleton<Templates>()
        .AddSingleton<AnswerCounts>().AddSingleton<NoticeList>().AddSingleton<Coverage>()
        .AddSingleton<DraftCheck>().AddSingleton<LookAlikes>()
        .AddSingleton<Trials>().AddSingleton<SectionPreview>();
}
