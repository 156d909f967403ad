namespace StandIns.Connector;

/// <summary>The keys that are published at this moment, the one in use first.</summary>
public sealed class KeyRing(string prefix, IReadOnlyList<string>? endorsements) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<SigningKey> published = [];
    private readonly List<SigningKey> made = [];

    /// <summary>The key that signs now.</summary>
    public SigningKey Current
    {
        get
        {
            lock (gate) return published.Count > 0 ? published[0] : Publish(endorsements);
        }
    }

    /// <summary>A new key signs; the former one is no longer published, unless it is kept for a while.</summary>
    public SigningKey Rotate(bool keepsFormer = false)
    {
        lock (gate)
        {
            if (!keepsFormer) published.Clear();
            return Publish(endorsements);
        }
    }

    /// <summary>Publishes one more key, which does not become the one in use; for example one without endorsements.</summary>
    public SigningKey Add(IReadOnlyList<string>? endorsed)
    {
        lock (gate)
        {
            var current = Current;
            var key = Publish(endorsed);
            published.Remove(current);
            published.Insert(0, current);
            return key;
        }
    }

    public void Dispose()
    {
        lock (gate) made.ForEach(key => key.Dispose());
    }

    internal object Published()
    {
        lock (gate)
        {
            _ = Current;
            return new { keys = published.Select(k => k.Published()).ToList() };
        }
    }

    private SigningKey Publish(IReadOnlyList<string>? endorsed)
    {
        var key = new SigningKey($"{prefix}-{made.Count + 1}", endorsed);
        made.Add(key);
        published.Insert(0, key);
        return key;
    }
}
