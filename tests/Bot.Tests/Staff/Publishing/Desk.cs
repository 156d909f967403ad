using Bot.Content;
using Bot.Staff.Audit;
using Bot.Staff.Notices;
using Bot.Staff.Publishing;
using Bot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Staff.Publishing;

/// <summary>What a host publishes with, and the one notice of the tests' content: it says that one hands in at counter 19.</summary>
internal static class Desk
{
    public static readonly NoticeFile File = NoticeFile.Of("thong-bao", "nop-ho-so")!;

    /// <summary>The notice with another counter: its example question still asks for the nineteenth.</summary>
    public static string Counter(this string text, string counter) => text.Replace("tại Quầy 19", "tại Quầy " + counter, StringComparison.Ordinal);

    /// <summary>The same where the example question knows it, too.</summary>
    public static string AllCounters(this string text, string counter) => text.Replace("Quầy 19", "Quầy " + counter, StringComparison.Ordinal);

    public static T Of<T>(this TestBot bot) where T : notnull => bot.Services.GetRequiredService<T>();

    public static VersionLog Versions(this TestBot bot) => bot.Of<VersionLog>();

    /// <summary>The history of the notice, the newest first: "2 Page an: reason".</summary>
    public static IEnumerable<string> History(this TestBot bot, NoticeFile? file = null) =>
        bot.Versions().Of(file ?? File).Select(v => $"{v.Number} {v.Origin} {v.Actor ?? "-"}: {v.Reason}".TrimEnd(':', ' '));

    /// <summary>The audit log, the oldest first.</summary>
    public static IEnumerable<string> Audited(this TestBot bot) =>
        bot.Of<AuditLog>().Before(long.MaxValue, 100).Select(e => $"{e.Event} {e.Actor} {e.Detail}".TrimEnd()).Reverse();

    /// <summary>Sees at once what would be seen within two seconds.</summary>
    public static async Task LookAsync(this TestBot bot)
    {
        bot.Of<LiveContent>().Refresh();
        await bot.Of<DiskWatch>().LookAsync();
    }

    /// <summary>Writes a draft of the notice, or over the one there is.</summary>
    public static async Task<Draft> DraftAsync(this TestBot bot, string text, string author = "an", NoticeFile? file = null)
    {
        var (drafts, place) = (bot.Of<DraftLog>(), file ?? File);
        return (await drafts.SaveAsync(place, text, bot.Versions().Latest(place)?.Mark, author, drafts.Find(place)?.Version ?? 0))!;
    }

    /// <summary>Publishes the draft there is, every loss ticked.</summary>
    public static async Task<string?> PublishAsync(this TestBot bot, string actor = "binh", NoticeFile? file = null, string? reason = "đổi quầy")
    {
        var trial = (await bot.Of<Publisher>().TryAsync(file ?? File, default))!;
        return await bot.Of<Publisher>().PublishAsync(file ?? File, trial.Draft.Version, reason, Losses(trial), actor, default);
    }

    public static HashSet<string> Losses(PublishTrial trial) => [.. trial.Report?.Losses.Select(loss => loss.Id) ?? []];

    /// <summary>What a citizen is answered.</summary>
    public static Task<string> AskAsync(this TestBot bot) => bot.Http.GetStringAsync("/hoi?q=" + Uri.EscapeDataString("nộp hồ sơ ở đâu"));
}
