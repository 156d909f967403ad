using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace StandIns.Postgres;

/// <summary>A real PostgreSQL of its own, with durable settings, in a temporary folder; it goes when the test goes, even when that is killed.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const int Tries = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The shell outlives us by a moment: when the pipe to its input breaks, however we ended, it stops the server and deletes the folder.
    private const string Guard = """
        folder=$1; shift
        exec 3<&0
        "$@" </dev/null &
        server=$!
        ( while read -r _ <&3; do :; done
          trap '' TERM
          kill -INT $server; while kill -0 $server; do sleep 0.05; done; rm -rf "$folder" ) >/dev/null 2>&1 &
        guard=$!
        wait $server
        code=$?
        kill $guard 2>/dev/null
        wait $guard
        exit $code
        """;

    private readonly PostgresBinaries binaries;
    private readonly string folder;
    private readonly string password;
    private readonly IReadOnlyDictionary<string, string> settings;
    private Process? guard;
    private int databases;

    private PostgresServer(PostgresBinaries binaries, string folder, string password, IReadOnlyDictionary<string, string> settings) =>
        (this.binaries, this.folder, this.password, this.settings) = (binaries, folder, password, settings);

    public int Port { get; private set; }

    /// <summary>The folder of the unix socket, for clients that would rather not use TCP.</summary>
    public string SocketFolder => folder;

    /// <summary>The connection string of the maintenance database.</summary>
    public string AdminConnection => Connection(Superuser);

    private string DataFolder => Path.Combine(folder, "data");

    /// <summary>Starts a new, empty server; the settings are those of postgresql.conf.</summary>
    public static async Task<PostgresServer> StartedAsync(IReadOnlyDictionary<string, string>? settings = null, int port = 0)
    {
        var binaries = PostgresBinaries.Find();
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;
        var server = new PostgresServer(binaries, folder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), settings ?? new Dictionary<string, string>()) { Port = port };
        try
        {
            var secret = Path.Combine(folder, "password");
            await File.WriteAllTextAsync(secret, server.password);
            await PostgresBinaries.OwnAsync(folder);
            await PostgresBinaries.RunAsync(binaries.Command("initdb", "-D", server.DataFolder, "-U", Superuser, "-E", "UTF8", "--locale=C.UTF-8",
                "--auth-local=trust", "--auth-host=scram-sha-256", "--pwfile=" + secret, "--no-sync", "--no-instructions"));
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A fresh database; the value is its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "db" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(AdminConnection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    /// <summary>The server falls over at once, as with the power: what was committed must be there after <see cref="StartAsync"/>.</summary>
    public Task CrashAsync() => SignalAsync("QUIT");

    /// <summary>The server goes down in an orderly way; sessions are ended.</summary>
    public Task StopAsync() => SignalAsync("INT");

    /// <summary>The server runs again, on the same port and data.</summary>
    public async Task StartAsync()
    {
        if (guard is not null) throw new InvalidOperationException("the server runs already");
        var fixedPort = Port != 0;
        for (var attempt = 1; ; attempt++)
        {
            if (!fixedPort) Port = FreePort();
            var (ready, log) = await LaunchAsync();
            if (ready) return;
            // Somebody else took the port between our look and the start.
            if (!fixedPort && attempt < Tries && log.Contains("could not bind", StringComparison.Ordinal)) continue;
            throw new InvalidOperationException("PostgreSQL did not start: " + log);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (guard is not null)
        {
            guard.StandardInput.Close();
            await EndedAsync();
        }
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private async Task<(bool Ready, string Log)> LaunchAsync()
    {
        var options = new Dictionary<string, string>(settings)
        {
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["listen_addresses"] = "127.0.0.1",
            ["unix_socket_directories"] = folder,
        };
        var command = binaries.Command("postgres", ["-D", DataFolder, .. options.SelectMany(o => (string[])["-c", $"{o.Key}={o.Value}"])]);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Guard, "sh", folder, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var process = guard = Process.Start(start)!;
        var log = new List<string>();
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetResult(false);
                return;
            }
            // Only the beginning: a long run must not fill the memory with it.
            lock (log)
                if (log.Count < 100)
                    log.Add(line.Data);
            if (line.Data.Contains("database system is ready to accept connections", StringComparison.Ordinal)) ready.TrySetResult(true);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var isReady = await ready.Task.WaitAsync(Patience);
        if (!isReady) await EndedAsync();
        lock (log) return (isReady, string.Join('\n', log));
    }

    private async Task SignalAsync(string signal)
    {
        if (guard is null) return;
        var id = (await File.ReadAllLinesAsync(Path.Combine(DataFolder, "postmaster.pid")))[0];
        await PostgresBinaries.RunAsync(["kill", "-" + signal, id]);
        await EndedAsync();
    }

    private async Task EndedAsync()
    {
        await guard!.WaitForExitAsync().WaitAsync(Patience);
        guard.Dispose();
        guard = null;
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = Superuser,
        Password = password,
    }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
