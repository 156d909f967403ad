using Bot.Conversations;

namespace Bot.Dialogs;

/// <summary>A purpose with slots to fill, one file each: the extension point for things that need more than one message.</summary>
public abstract class Dialog
{
    /// <summary>How the conversation remembers it; never changed once released.</summary>
    public abstract string Name { get; }

    /// <summary>Starts the dialog when a message asks for it; null when it does not.</summary>
    public abstract Decision? Begin(Conversation conversation, Message message);

    /// <summary>Takes a message that fits what the dialog waits for; null when it is about something else.</summary>
    public abstract Decision? Continue(Conversation conversation, Message message);

    /// <summary>Goes on with what the shell brought back.</summary>
    public abstract Decision Returned(Conversation conversation, LookedUp result);

    /// <summary>What to add to an answer about something else while the dialog waits.</summary>
    public abstract string Reminder(Conversation conversation);
}
