using System.Diagnostics;
using System.Globalization;

namespace StandIns.Postgres;

/// <summary>Where PostgreSQL's programs lie, and how they are run: never as root, which they refuse.</summary>
internal sealed class PostgresBinaries
{
    private const string User = "postgres";

    private readonly string folder;

    private PostgresBinaries(string folder) => this.folder = folder;

    public static bool IsRoot => Environment.UserName == "root";

    /// <summary>The newest version that is installed.</summary>
    public static PostgresBinaries Find()
    {
        const string debian = "/usr/lib/postgresql";
        var candidates = (Directory.Exists(debian) ? Directory.GetDirectories(debian) : [])
            .OrderByDescending(d => double.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        var found = candidates.FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));
        return found is null ? throw new PostgresMissingException() : new PostgresBinaries(found);
    }

    /// <summary>The command line of a program, run as the unprivileged user where that is needed.</summary>
    public IReadOnlyList<string> Command(string program, params string[] arguments)
    {
        var command = new List<string>();
        // setpriv becomes the program, where runuser would stay between us and it.
        if (IsRoot) command.AddRange(["setpriv", "--reuid", User, "--regid", User, "--init-groups", "--"]);
        return [.. command, Path.Combine(folder, program), .. arguments];
    }

    /// <summary>Runs something short; an exception with what it said when it fails.</summary>
    public static async Task RunAsync(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {await output}{await error}");
    }

    /// <summary>Gives a folder to the user that the programs run as.</summary>
    public static Task OwnAsync(string folder) => IsRoot ? RunAsync(["chown", "-R", User + ":", folder]) : Task.CompletedTask;
}
