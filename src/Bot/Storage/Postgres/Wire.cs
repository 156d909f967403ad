using System.Threading.Channels;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>
/// What nodes tell each other through LISTEN and NOTIFY: "RUN id id …". Several calls travel together and outside the transactions that they
/// are about, since a NOTIFY within one would make all commits of the database wait for each other.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private const string Topic = "tro_ly";

    // The server takes up to 8,000 bytes.
    private const int LongestCall = 7000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source;
    private readonly string run;
    private readonly Action<string> hear;
    private readonly ILogger logger;
    private readonly Channel<string> calls = Channel.CreateBounded<string>(new BoundedChannelOptions(100_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private readonly Task telling;
    private readonly Task hearing;
    private string? unsaid;

    public Wire(NpgsqlDataSource source, string run, Action<string> hear, ILogger logger)
    {
        (this.source, this.run, this.hear, this.logger) = (source, run, hear, logger);
        telling = Task.Run(() => AgainAsync(TellAllAsync));
        hearing = Task.Run(() => AgainAsync(HearAllAsync));
    }

    public void Tell(string conversation) => calls.Writer.TryWrite(conversation);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(telling, hearing);
        stopping.Dispose();
    }

    private async Task AgainAsync(Func<Task> work)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                logger.LogWarning(error, "The line to the other nodes broke; what is missed meanwhile is found by the sweep");
                await Task.Delay(Pause, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TellAllAsync()
    {
        await using var connection = await source.OpenConnectionAsync(stopping.Token);
        while (unsaid is not null || await calls.Reader.WaitToReadAsync(stopping.Token))
        {
            // What a connection broke under is told again on the next.
            unsaid ??= Gathered();
            await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new NpgsqlParameter { Value = Topic }, new NpgsqlParameter { Value = unsaid } } };
            await command.ExecuteNonQueryAsync(stopping.Token);
            unsaid = null;
        }
    }

    private string Gathered()
    {
        var call = new System.Text.StringBuilder(run);
        while (call.Length < LongestCall && calls.Reader.TryRead(out var conversation)) call.Append(' ').Append(conversation);
        return call.ToString();
    }

    private async Task HearAllAsync()
    {
        await using var connection = await source.OpenConnectionAsync(stopping.Token);
        connection.Notification += (_, told) =>
        {
            var parts = told.Payload.Split(' ');
            if (parts[0] == run) return;
            foreach (var conversation in parts.AsSpan(1)) hear(conversation);
        };
        await using (var listen = new NpgsqlCommand("LISTEN " + Topic, connection)) await listen.ExecuteNonQueryAsync(stopping.Token);
        while (true) await connection.WaitAsync(stopping.Token);
    }
}
