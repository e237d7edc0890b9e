/** The built-in description in German. */
export const de = `{{ finding.description }}

{% if finding.remediation %}
### So beheben Sie es

{{ finding.remediation }}
{% endif %}

### Einzelheiten

{% facts %}
Schweregrad: {{ finding.severity | severity_label }}
Art: {{ finding.kind | kind_label }}
CVE: {{ finding.cve | join: ", " }}
CWE: {{ finding.cwe | join: ", " }}
CVSS: {{ finding.cvss | cvss }}
EPSS: {{ finding.epss | percent }}
Bekanntermaßen ausgenutzt: {{ finding.kev | yes_no }}
Datei: {{ finding.location | place }}
Adresse: {{ finding.location.url }}
Komponente: {{ finding.location.component }}
Image: {{ finding.location.image }}
Branch: {{ finding.location.branch }}
Assets: {{ finding.assets | join: ", " }}
Werkzeug: {{ finding.tool }}
Produkt: {{ product }}
{% endfacts %}

{% if finding.url %}
[Den Befund im Portal öffnen]({{ finding.url }})
{% endif %}
`;
