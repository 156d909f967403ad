namespace Bot.Operation.Settings;

/// <summary>The settings as a command reads them: from the same places as the server.</summary>
public static class CommandSettings
{
    public static IConfiguration Read(string[] arguments) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal))], ContentRootPath = AppContext.BaseDirectory }).Configuration;
}
