using Bot.Recognizers;
using Bot.Storage;
using Bot.Storage.Activities;

namespace Bot.Dossiers;

/// <summary>In which conversation a dossier was looked up, when, and what came of it: for the day when somebody asks whether a dossier was spied on.</summary>
public sealed class LookUpLog(Database database, KeyedHash hash, TimeProvider time)
{
    /// <summary>Writes a look-up down.</summary>
    /// <param name="outcome">The name of the <see cref="LookUp"/>, with a plus where an earlier proof counted.</param>
    public Task NoteAsync(PendingMessage message, DossierCode code, string outcome) => database.WriteAsync(session => session.Execute(
        "INSERT INTO look_ups (id, at, code, conversation, outcome) VALUES ($1, $2, $3, $4, $5)",
        Guid.NewGuid().ToByteArray(), time.GetUtcNow().ToUnixTimeMilliseconds(), Hash(code), message.Conversation, outcome));

    /// <summary>The look-ups of a dossier, the oldest first.</summary>
    public List<(DateTimeOffset At, string Conversation, string Outcome)> Of(DossierCode code) => database.Read(session => session.Query(
        "SELECT at, conversation, outcome FROM look_ups WHERE code = $1 ORDER BY at",
        row => (DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetString(1), row.GetString(2)), Hash(code)));

    /// <summary>Deletes what is older; returns how many.</summary>
    public Task<int> ForgetAsync(DateTimeOffset since) => database.WriteAsync(session => session.Execute("DELETE FROM look_ups WHERE at < $1", since.ToUnixTimeMilliseconds()));

    private byte[] Hash(DossierCode code) => hash.Of("look-up", code.Text);
}
