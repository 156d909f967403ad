using System.Data.Common;
using Bot.Operation.Settings;
using Bot.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Storage;

/// <summary>What every command of the operator on the store begins and ends with; it works beside the running server.</summary>
public static class StoreCommand
{
    /// <summary>Opens the store that the settings name and does the work, whose exit code it returns; what fails is told in one line, and the exit code is 1.</summary>
    /// <param name="settings">As they stand at the command line, "--Data:Path=…".</param>
    public static async Task<int> RunAsync(IEnumerable<string> settings, TextWriter errors, Func<IConfiguration, Database, Task<int>> work)
    {
        try
        {
            var configuration = CommandSettings.Read([.. settings]);
            await using var database = StorageSetup.Open(StorageOptions.From(configuration), NullLogger<PostgresDatabase>.Instance);
            return await work(configuration, database);
        }
        catch (Exception error) when (error is BadSettingException or DbException or TimeoutException)
        {
            errors.WriteLine(error.Message);
            return 1;
        }
    }
}
