using System.Collections.Immutable;
using Bot.Storage;

namespace Bot.Turns;

/// <summary>Tells whoever delivers a conversation that its log has grown; what is delivered is always read from the log itself.</summary>
public sealed class Outbox
{
    // A browser has a tab or two; a flaky line leaves dead ones behind. The oldest gives way.
    private const int MostListeners = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ImmutableList<Listener>> listeners = [];
    private readonly Database database;

    public Outbox(Database database)
    {
        this.database = database;
        database.Told += Ring;
    }

    /// <summary>How many deliveries wait now.</summary>
    public int Listening
    {
        get { lock (gate) return listeners.Sum(l => l.Value.Count); }
    }

    /// <summary>Says that something was logged in a conversation, here and on the other nodes.</summary>
    public void Announce(string conversation)
    {
        database.Tell(conversation);
        Ring(conversation);
    }

    /// <summary>Listens from now on, until the listener is disposed.</summary>
    public Listener Listen(string conversation)
    {
        var listener = new Listener(leaving => Leave(conversation, leaving));
        lock (gate)
        {
            var others = listeners.GetValueOrDefault(conversation, []);
            if (others.Count >= MostListeners)
            {
                others[0].Dismiss();
                others = others.RemoveAt(0);
            }
            listeners[conversation] = others.Add(listener);
        }
        return listener;
    }

    private void Leave(string conversation, Listener leaving)
    {
        lock (gate)
        {
            if (!listeners.TryGetValue(conversation, out var others)) return;
            var left = others.Remove(leaving);
            if (left.IsEmpty) listeners.Remove(conversation);
            else listeners[conversation] = left;
        }
    }

    private void Ring(string conversation)
    {
        ImmutableList<Listener>? told;
        lock (gate) listeners.TryGetValue(conversation, out told);
        if (told is null) return;
        foreach (var listener in told) listener.Ring();
    }
}
