using System.Text.Json;
using StandIns.Serving;

namespace StandIns.Graph;

/// <summary>The page's Messenger profile, and what may stand in it.</summary>
internal sealed class GraphProfile
{
    public const int GreetingLimit = 160;
    public const int MenuLimit = 20;
    public const int MenuTitleLimit = 30;
    public const int IceBreakerLimit = 4;

    private static readonly string[] Known = ["get_started", "greeting", "persistent_menu", "ice_breakers", "whitelisted_domains"];

    private readonly Dictionary<string, JsonElement> fields = [];

    public IReadOnlyDictionary<string, JsonElement> Fields => fields;

    /// <summary>Sets what the body names; nothing at all when any of it is wrong.</summary>
    public GraphError? Set(JsonElement body)
    {
        if (body.Unknown(Known) is { } unknown) return GraphError.Invalid(GraphMessageRules.InvalidKey(unknown, "messenger_profile"));
        if (!body.EnumerateObject().Any()) return GraphError.Invalid("At least one profile field is required");
        if (body.EnumerateObject().Select(p => Fault(p.Name, p.Value, body)).FirstOrDefault(f => f is not null) is { } fault) return fault;
        foreach (var property in body.EnumerateObject()) fields[property.Name] = property.Value;
        return null;
    }

    public GraphError? Delete(JsonElement body)
    {
        if (!body.TryGetProperty("fields", out var names) || names.ValueKind != JsonValueKind.Array) return GraphError.Invalid("The parameter fields is required");
        var wanted = names.EnumerateArray().Select(n => n.ToString()).ToList();
        if (wanted.Find(n => !Known.Contains(n)) is { } unknown) return GraphError.Invalid($"Param fields must not hold {unknown}");
        if (wanted.Contains("get_started") && fields.ContainsKey("persistent_menu") && !wanted.Contains("persistent_menu"))
            return new GraphError(100, 2018145, "(#100) You must set a Get Started button if you also wish to use persistent menu.");
        wanted.ForEach(n => fields.Remove(n));
        return null;
    }

    private GraphError? Fault(string name, JsonElement value, JsonElement body)
    {
        var why = name switch
        {
            "get_started" => body.Object(name) is { } started && started.Unknown("payload") is null && started.Text("payload") is { Length: <= GraphMessageRules.PayloadLimit } ? null : "Invalid get_started",
            "greeting" => GreetingFault(body.Objects(name)),
            "persistent_menu" => MenuFault(body.Objects(name)),
            "ice_breakers" => IceBreakersFault(body.Objects(name)),
            _ => value.ValueKind == JsonValueKind.Array ? null : "Invalid whitelisted_domains",
        };
        if (why is not null) return GraphError.Invalid(why);
        return name == "persistent_menu" && !fields.ContainsKey("get_started") && !body.Has("get_started")
            ? new GraphError(100, 2018145, "(#100) You must set a Get Started button if you also wish to use persistent menu.") : null;
    }

    private static string? GreetingFault(IReadOnlyList<JsonElement>? greetings)
    {
        if (greetings is null || greetings.All(g => g.Text("locale") != "default")) return "A greeting for the default locale is required";
        return greetings.Any(g => g.Unknown("locale", "text") is not null || g.Text("locale") is null || g.Text("text") is not { Length: <= GreetingLimit })
            ? $"Length of greeting text must be between 1 and {GreetingLimit}" : null;
    }

    private static string? MenuFault(IReadOnlyList<JsonElement>? menus)
    {
        if (menus is null || menus.All(m => m.Text("locale") != "default")) return "A persistent menu for the default locale is required";
        foreach (var menu in menus)
        {
            if (menu.Unknown("locale", "composer_input_disabled", "call_to_actions", "disabled_surfaces") is { } unknown) return GraphMessageRules.InvalidKey(unknown, "persistent_menu");
            if (menu.TryGetProperty("composer_input_disabled", out var flag) && flag.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return "Invalid composer_input_disabled";
            if (menu.Objects("call_to_actions") is not { Count: > 0 and <= MenuLimit } items) return $"Param call_to_actions must have between 1 and {MenuLimit} items";
            foreach (var item in items)
            {
                if (item.Text("type") is not ("postback" or "web_url")) return "Setting of Nested Persistent Menu has been deprecated for v8.0 and higher";
                if (GraphMessageRules.ButtonFault(item, MenuTitleLimit) is { } fault) return fault;
            }
        }
        return null;
    }

    private static string? IceBreakersFault(IReadOnlyList<JsonElement>? breakers)
    {
        if (breakers is null or { Count: 0 }) return "Invalid ice_breakers";
        // Either the questions themselves, or lists of them by locale.
        var lists = breakers[0].Has("call_to_actions") ? breakers.Select(b => b.Objects("call_to_actions")) : [breakers];
        return lists.All(list => list is { Count: > 0 and <= IceBreakerLimit }
            && list.All(b => b.Unknown("question", "payload") is null && b.Text("question") is not null && b.Text("payload") is { Length: <= GraphMessageRules.PayloadLimit }))
            ? null : $"Param ice_breakers must have between 1 and {IceBreakerLimit} questions with payloads";
    }
}
