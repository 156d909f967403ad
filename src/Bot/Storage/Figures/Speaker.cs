namespace Bot.Storage.Figures;

/// <summary>Who has spoken, where an activity is somebody's word.</summary>
public enum Speaker
{
    Citizen,

    /// <summary>A person of the department, to whom the bot leaves the conversation.</summary>
    Staff,
}
