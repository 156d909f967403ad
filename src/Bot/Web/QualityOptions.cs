using Bot.Operation.Settings;

namespace Bot.Web;

/// <summary>Whether the department shows everybody how well the assistant answers.</summary>
public sealed record QualityOptions
{
    public const string Address = "/chat-luong";

    public bool IsShown { get; init; }

    public static QualityOptions From(IConfiguration configuration) => new() { IsShown = configuration.Switch("Web:Quality", false) };
}
