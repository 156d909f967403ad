using System.Text;
using System.Text.Json;
using StandIns.Serving;

namespace StandIns.Zalo;

/// <summary>What a consultation message may look like; anything else is refused, as the strictest reading of the documents has it.</summary>
internal static class ZaloMessageRules
{
    public const int TextLimit = 2000;
    public const int ButtonLimit = 5;
    public const int TitleLimit = 100;
    public const int PayloadLimit = 1000;

    /// <summary>The error that the body earns, with what is wrong; null when it is right.</summary>
    public static (int Code, string Why)? Fault(JsonElement body)
    {
        if (body.Unknown("recipient", "message") is { } field) return (-201, field);
        if (body.Object("recipient") is not { } recipient || recipient.Unknown("user_id") is not null || recipient.Text("user_id") is null) return (-201, "recipient");
        if (body.Object("message") is not { } message) return (-201, "message");
        if (message.Unknown("text", "attachment", "quote_message_id") is { } unknown) return (-201, unknown);
        if (message.Has("quote_message_id") && message.Text("quote_message_id") is null) return (-201, "quote_message_id");
        if (message.Has("text"))
        {
            if (message.Text("text") is not { } text) return (-201, "text");
            if (TextFault(text, TextLimit, "text") is { } fault) return fault;
        }
        return message.Has("attachment") ? AttachmentFault(message) : message.Has("text") ? null : (-201, "text");
    }

    private static (int, string)? AttachmentFault(JsonElement message)
    {
        if (message.Object("attachment") is not { } attachment || attachment.Unknown("type", "payload") is not null || attachment.Object("payload") is not { } payload) return (-201, "attachment");
        switch (attachment.Text("type"))
        {
            case "file":
                return payload.Unknown("token") is null && payload.Text("token") is not null ? null : (-201, "token");
            case "template" when payload.Has("template_type"):
                return payload.Text("template_type") switch
                {
                    "media" => payload.Unknown("template_type", "elements") is null && payload.Objects("elements") is [var media] && MediaIsRight(media) ? null : (-201, "elements"),
                    "request_user_info" => payload.Unknown("template_type", "elements") is null && payload.Objects("elements") is [var asked]
                        && asked.Unknown("title", "subtitle", "image_url") is null && asked.Text("title") is not null ? null : (-201, "elements"),
                    _ => (-201, "template_type"),
                };
            case "template":
                if (payload.Unknown("buttons") is { } unknown) return (-201, unknown);
                if (!message.Has("text")) return (-201, "text");
                if (payload.Objects("buttons") is not { Count: > 0 } buttons) return (-201, "buttons");
                return buttons.Count > ButtonLimit ? (-210, "buttons") : buttons.Select(ButtonFault).FirstOrDefault(f => f is not null);
            default:
                return (-201, "type");
        }
    }

    private static bool MediaIsRight(JsonElement media) => media.Unknown("media_type", "url", "attachment_id", "width", "height") is null
        && media.Text("media_type") switch
        {
            "image" => true,
            "gif" => media.Has("width") && media.Has("height"),
            _ => false,
        }
        && (Fields.IsWebAddress(media.Text("url")) ^ media.Text("attachment_id") is not null);

    private static (int, string)? ButtonFault(JsonElement button)
    {
        if (button.Unknown("type", "title", "payload") is { } unknown) return (-201, unknown);
        if (button.Text("title") is not { } title) return (-201, "title");
        if (TextFault(title, TitleLimit, "title") is { } fault) return fault;
        switch (button.Text("type"))
        {
            case "oa.query.show" or "oa.query.hide":
                return button.Text("payload") is { } payload ? TextFault(payload, PayloadLimit, "payload") : (-201, "payload");
            case "oa.open.url":
                return button.Object("payload") is { } place && place.Unknown("url") is null && Fields.IsWebAddress(place.Text("url")) ? null : (-201, "url");
            case "oa.open.phone":
                return button.Object("payload") is { } phone && phone.Unknown("phone_code") is null && IsPhone(phone.Text("phone_code")) ? null : (-201, "phone_code");
            case "oa.open.sms":
                return button.Object("payload") is { } sms && sms.Unknown("phone_code", "content") is null && IsPhone(sms.Text("phone_code")) && sms.Text("content") is not null ? null : (-201, "phone_code");
            default:
                return (-201, "type");
        }
    }

    private static bool IsPhone(string? number) => number is { Length: <= 15 } && number.All(char.IsAsciiDigit);

    private static (int, string)? TextFault(string text, int limit, string field)
    {
        if (text.Normalize(NormalizationForm.FormC).Length > limit) return (-210, field);
        return text.IsNormalized(NormalizationForm.FormC) ? null : (-201, field);
    }
}
