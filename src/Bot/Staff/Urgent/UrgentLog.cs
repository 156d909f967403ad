using System.Collections.Immutable;
using Bot.Conversations;
using Bot.Staff.Audit;
using Bot.Storage;

namespace Bot.Staff.Urgent;

/// <summary>Where banners and switches are kept for all nodes; each change and its entry in the audit log are one transaction.</summary>
public sealed class UrgentLog(Database database, AuditLog audit, TimeProvider time)
{
    public Standing Read() => database.Read(session => new Standing(
        [.. session.Query(
            "SELECT id, text, starts, ends FROM banners WHERE ends > $1 ORDER BY id DESC",
            row => new Banner(row.GetInt64(0), row.GetString(1), Moment(row.GetInt64(2)), Moment(row.GetInt64(3))), Now())],
        session.Query(
            "SELECT channel, sentence, since FROM switched_off",
            row => (Channel: row.GetString(0), Off: new SwitchedOff(row.IsDBNull(1) ? null : row.GetString(1), Moment(row.GetInt64(2)))))
            .ToImmutableDictionary(row => row.Channel, row => row.Off)));

    public Task<Banner> SetBannerAsync(string text, DateTimeOffset start, DateTimeOffset end, string actor) => database.WriteAsync(session =>
    {
        // So that none gets an id that is behind one which is told already.
        session.Alone("banners");
        var id = (long)session.Scalar("SELECT coalesce(max(id), 0) + 1 FROM banners")!;
        session.Execute(
            "INSERT INTO banners (id, text, starts, ends) VALUES ($1, $2, $3, $4)", id, text, start.ToUnixTimeMilliseconds(), end.ToUnixTimeMilliseconds());
        audit.Write(session, new AuditEntry(AuditEvent.BannerSet, actor, Span(start, end), text));
        return new Banner(id, text, start, end);
    });

    /// <summary>Ends a banner now, also one that has not begun; false when it was over already.</summary>
    public Task<bool> EndBannerAsync(long id, string actor) => database.WriteAsync(session =>
    {
        var ended = session.Query("UPDATE banners SET ends = $2 WHERE id = $1 AND ends > $2 RETURNING text", row => row.GetString(0), id, Now());
        if (ended is not [var text]) return false;
        audit.Write(session, new AuditEntry(AuditEvent.BannerEnded, actor, null, text));
        return true;
    });

    /// <summary>Switches the assistant off on a channel; where it is off already, the sentence is changed.</summary>
    /// <param name="sentence">What is said there instead; null for the usual sentence.</param>
    public Task<bool> SwitchOffAsync(string channel, string? sentence, string actor) => database.WriteAsync(session =>
    {
        session.Execute(
            "INSERT INTO switched_off (channel, sentence, since) VALUES ($1, $2, $3) ON CONFLICT (channel) DO UPDATE SET sentence = excluded.sentence",
            channel, sentence, Now());
        audit.Write(session, new AuditEntry(AuditEvent.ChannelOff, actor, channel, sentence));
        return true;
    });

    /// <summary>Switches it on again; false when it was on.</summary>
    public Task<bool> SwitchOnAsync(string channel, string actor) => database.WriteAsync(session =>
    {
        if (session.Execute("DELETE FROM switched_off WHERE channel = $1", channel) == 0) return false;
        audit.Write(session, new AuditEntry(AuditEvent.ChannelOn, actor, channel));
        return true;
    });

    private static string Span(DateTimeOffset start, DateTimeOffset end) => $"{VietnamTime.ClockAndDay(start)} – {VietnamTime.ClockAndDay(end)}";

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
