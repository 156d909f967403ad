using System.Security.Cryptography;

namespace Bot.Storage;

/// <summary>The secret keys that live with the data, so that neither a restart nor a second process on the same file makes what they signed invalid.</summary>
public sealed class Keys(Database database)
{
    /// <summary>The key of a name, 256 random bits, made at its first use.</summary>
    public byte[] Get(string name) => database.Read(session => Find(session, name)) ?? Create(name);

    private byte[] Create(string name) => database.WriteAsync(session =>
    {
        // Another process may have been quicker: what stands in the table counts.
        session.Execute("INSERT INTO keys (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, RandomNumberGenerator.GetBytes(32));
        return Find(session, name)!;
    }).GetAwaiter().GetResult();

    private static byte[]? Find(Session session, string name) =>
        (byte[]?)session.Scalar("SELECT value FROM keys WHERE name = $1", name);
}
