using Bot.Content;
using Bot.Content.Gate;
using Bot.Conversations;
using Bot.Staff.Audit;
using Bot.Staff.Notices;
using Bot.Storage;
using Bot.Storage.Questions;

namespace Bot.Staff.Publishing;

/// <summary>
/// Publishes drafts through the gate, and takes versions back: one at a time, among all nodes. Each answers null when done, else a <see cref="PublishFault"/>.
/// </summary>
public sealed class Publisher(
    DraftLog drafts, VersionLog versions, Candidates candidates, QuestionLog questions, DiskWatch watch, NoticeFolder folder, LiveContent live, AuditLog audit,
    Database database, PublishOptions options, TimeProvider time, ILogger<Publisher> logger)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 300;

    private readonly SemaphoreSlim publishing = new(1);

    // The gate takes every processor there is: two at once would take no less time, and citizens would wait for both.
    private readonly SemaphoreSlim trying = new(1);

    // What was asked last of the content that answers, and of the draft that was tried.
    private EditionAnswers? answersNow;
    private (Draft Draft, Candidate Candidate, EditionAnswers Answers)? answersThen;

    /// <summary>Tries the draft of a notice against what answers now; null where there is no draft.</summary>
    public async Task<PublishTrial?> TryAsync(NoticeFile file, CancellationToken stopping)
    {
        await trying.WaitAsync(stopping);
        try
        {
            // What was changed on disk, or published elsewhere, a moment ago counts.
            live.Refresh();
            await watch.LookAsync();
            return drafts.Find(file) is not { } draft ? null
                // A thread of its own: it takes seconds, in which citizens' messages need those of the pool.
                : await Task.Factory.StartNew(() => Try(draft, stopping), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            trying.Release();
        }
    }

    /// <summary>Publishes a draft, if each loss that the gate sees at this moment is ticked.</summary>
    /// <param name="seen">The version of the draft that the publisher has seen.</param>
    /// <param name="ticks">The ids of the losses that he has ticked.</param>
    public Task<string?> PublishAsync(
        NoticeFile file, long seen, string? reason, IReadOnlySet<string> ticks, string actor, CancellationToken stopping) => AloneAsync(async () =>
    {
        if (await TryAsync(file, stopping) is not { } trial || trial.Draft.Version != seen) return PublishFault.Meanwhile;
        if (WhyNot(trial, reason, ticks, actor) is { } fault) return fault;
        var (text, latest) = (Candidates.AsPublished(trial.Draft.Text), trial.Latest);
        return await CommitAsync(file, latest, text, session =>
            DraftLog.Delete(session, file, seen) && Write(session, file, latest, actor, VersionOrigin.Page, reason!.Trim(), text, AuditEvent.Published));
    });

    /// <summary>Publishes an older version again.</summary>
    /// <param name="number">The version; 0 takes the notice away.</param>
    /// <param name="seen">The version that answered when this was decided.</param>
    public async Task<string?> TakeBackAsync(NoticeFile file, long number, long seen, string? reason, string actor)
    {
        // It waits for no other publishing: that this is still the latest version is seen to when it is committed.
        live.Refresh();
        await watch.LookAsync();
        var (latest, older) = (versions.Latest(file), versions.Find(file, number));
        if (latest?.Number != seen || older is null && number != 0) return PublishFault.Meanwhile;
        // A version from disk may never have answered.
        if (older?.Text is { } text && !candidates.With(file, text).IsGood) return PublishFault.OldFaulty;
        // Without the gate: it is the emergency brake.
        var why = string.IsNullOrWhiteSpace(reason) ? null : Short(reason.Trim());
        return await CommitAsync(file, latest, older?.Text, session =>
            Write(session, file, latest, actor, VersionOrigin.Back, why, older?.Text, AuditEvent.TakenBack));
    }

    private PublishTrial Try(Draft draft, CancellationToken stopping)
    {
        var all = versions.Of(draft.File);
        var begun = all.FirstOrDefault(version => version.Mark == draft.Base);
        var now = time.GetUtcNow();
        // What has not changed since the last look is not asked again: pressing the button after reading the page takes no second gate.
        if (!ReferenceEquals(answersNow?.Edition, live.Current) || answersNow.Day != VietnamTime.Day(now)) (answersNow, answersThen) = (new EditionAnswers(live.Current, now), null);
        if (answersThen is not { } known || known.Draft != draft)
        {
            var candidate = candidates.With(draft.File, draft.Text);
            answersThen = known = (draft, candidate, new EditionAnswers(candidate.Edition, now));
        }
        var trial = new PublishTrial(draft, all.FirstOrDefault(), begun, known.Candidate, null);
        if (trial.IsClash || !trial.Candidate.IsGood) return trial;
        var recorded = questions.Recent(now.AddDays(-PublishGate.RecordedDays), PublishGate.MostRecorded);
        return trial with { Report = new PublishGate(answersNow, known.Answers).Run(recorded, stopping: stopping) };
    }

    private string? WhyNot(PublishTrial trial, string? reason, IReadOnlySet<string> ticks, string actor)
    {
        if (trial.IsClash) return PublishFault.Clash;
        if (options.TwoPeople && trial.Draft.Author == actor) return PublishFault.TwoPeople;
        if (trial.Report is null) return PublishFault.Faulty;
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason) return PublishFault.Reason;
        return trial.Report.IsPassed(ticks) ? null : PublishFault.Unticked;
    }

    private async Task<string?> AloneAsync(Func<Task<string?>> work)
    {
        await publishing.WaitAsync();
        try
        {
            if (await database.HoldAsync("publishing") is not { } hold) return PublishFault.Busy;
            await using (hold) return await work();
        }
        finally
        {
            publishing.Release();
        }
    }

    // The version first, and the file after it: see DiskWatch, which writes it out and would finish that at the next start.
    private async Task<string?> CommitAsync(NoticeFile file, NoticeVersion? latest, string? text, Func<Session, bool> write)
    {
        if (folder.WhyNot(file, text, latest?.Mark) is { } error)
        {
            // Whoever was quicker has written it by now.
            if (versions.Latest(file)?.Number != latest?.Number) return PublishFault.Meanwhile;
            logger.LogWarning(error, "Không ghi được {File} vào thư mục nội dung; chưa xuất bản", file);
            return PublishFault.Unwritable;
        }
        if (!await database.WriteAsync(session => VersionLog.IsLatest(session, file, latest?.Number ?? 0) && write(session))) return PublishFault.Meanwhile;
        return await watch.LookAsync() ? null : PublishFault.Late;
    }

    private bool Write(Session session, NoticeFile file, NoticeVersion? latest, string actor, VersionOrigin origin, string? reason, string? text, string @event)
    {
        var version = versions.Add(session, file, latest?.Number ?? 0, actor, origin, reason, text);
        audit.Write(session, new AuditEntry(@event, actor, file.Path, $"#{version!.Number} {reason}".TrimEnd()));
        return true;
    }

    private static string Short(string reason) => reason.Length > LongestReason ? reason[..LongestReason] : reason;
}
