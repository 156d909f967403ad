using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Channels.Connector.Access.Services;

namespace Bot.Channels.Connector.Access;

/// <summary>The token that we prove ourselves to channels with; fetched once for all who need it, and given for trusted services only.</summary>
public sealed partial class ConnectorTokenSource(ConnectorOptions options, OutboundHttp http, TimeProvider time)
{
    private const string Scope = ConnectorOptions.PublicIssuer + "/.default";
    private const string GovernmentScope = ConnectorOptions.GovernmentIssuer + "/.default";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BeforeEnd = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly TrustedServices services = new(options);
    private readonly Lock gate = new();
    private Task<Fetched>? flight;

    /// <summary>Whether our token may be sent there; ask before every use, also of an address that was good yesterday.</summary>
    public bool IsTrusted(string? serviceUrl) => services.Trusts(serviceUrl);

    /// <summary>The token for a service; null in development without an AppId, where replies go without one.</summary>
    /// <exception cref="ConnectorTokenException">The service is not trusted, or there is no token to be had.</exception>
    public async Task<string?> GetAsync(string serviceUrl, CancellationToken cancellation)
    {
        if (!IsTrusted(serviceUrl)) throw new ConnectorTokenException("The token is not sent to a service that does not stand in Channels:Connector:ServiceUrls.");
        if (options.AppId is null) return null;
        if (options.AppPassword is null) throw new ConnectorTokenException("There is no token without Channels:Connector:AppPassword.");
        Task<Fetched> current;
        lock (gate)
        {
            if (flight is null || (flight.IsCompleted && time.GetElapsedTime(flight.Result.At) >= flight.Result.Life)) flight = Task.Run(FetchAsync, CancellationToken.None);
            current = flight;
        }
        var fetched = await current.WaitAsync(cancellation);
        return fetched.Token ?? throw new ConnectorTokenException(fetched.Problem);
    }

    /// <summary>
    /// The service does not take this token: the next call fetches another, once for all who were refused. One that is quite new is kept:
    /// a service that refuses every token must not make us ask for one with every reply.
    /// </summary>
    /// <returns>Whether another try makes sense: there is another token, or there will be.</returns>
    public bool Forget(string token)
    {
        lock (gate)
        {
            if (flight is not { IsCompleted: true } current || current.Result.Token != token) return true;
            if (time.GetElapsedTime(current.Result.At) < AfterFailure) return false;
            flight = null;
            return true;
        }
    }

    // A failure is an answer too, kept for a short while: a password that is wrong does not become right by asking.
    private async Task<Fetched> FetchAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience, time);
            return await AskAsync(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception error)
        {
            return Failed(error is OperationCanceledException ? "it took too long" : error.Message);
        }
    }

    private async Task<Fetched> AskAsync(CancellationToken limit)
    {
        // The token lives from when it was asked for, at the latest.
        var asked = time.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenUrl)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = options.AppId!,
                ["client_secret"] = options.AppPassword!,
                ["scope"] = options.IsGovernment ? GovernmentScope : Scope,
            }),
        };
        var (status, body) = await http.SendAsync(request, limit);
        using (body)
        {
            if (status != HttpStatusCode.OK) return Failed($"the answer was {(int)status}{(body is null ? "" : Explain(body.RootElement))}");
            if (body is null || Text(body.RootElement, "access_token") is not { Length: > 0 and <= 16 * 1024 } token || !token.All(letter => letter is > ' ' and <= '~'))
                return Failed("there is no token in the answer");
            if (!"Bearer".Equals(Text(body.RootElement, "token_type") ?? "Bearer", StringComparison.OrdinalIgnoreCase)) return Failed("the token is of another type");
            var life = Life(body.RootElement);
            return new Fetched(token, "", asked, life > 2 * BeforeEnd ? life - BeforeEnd : life / 2);
        }
    }

    private Fetched Failed(string problem) =>
        new(null, $"No token could be had from {options.TokenUrl.GetLeftPart(UriPartial.Path)}: {problem}.", time.GetTimestamp(), AfterFailure);

    // The words of the answer may repeat what was sent; its codes do not.
    private static string Explain(JsonElement answer)
    {
        var error = Text(answer, "error") is { } code && ErrorCode().IsMatch(code) ? ", " + code : "";
        return Text(answer, "error_description") is { } words && EntraCode().Match(words) is { Success: true } found ? error + ", " + found.Value : error;
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Some servers write the number as a text. One that does not say gets the shortest that is usual.
    private static TimeSpan Life(JsonElement answer)
    {
        const int usual = 3600, most = 24 * 3600;
        if (!answer.TryGetProperty("expires_in", out var value)) return TimeSpan.FromSeconds(usual);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 1, most)) : TimeSpan.FromSeconds(usual);
    }

    [GeneratedRegex(@"^[a-z_]{1,50}\z")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"AADSTS\d{1,10}")]
    private static partial Regex EntraCode();

    // Not a record: nothing must print the token.
    private sealed class Fetched(string? token, string problem, long at, TimeSpan life)
    {
        public string? Token { get; } = token;

        public string Problem { get; } = problem;

        public long At { get; } = at;

        public TimeSpan Life { get; } = life;
    }
}
