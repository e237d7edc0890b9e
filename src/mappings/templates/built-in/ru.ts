/** The built-in description in Russian. */
export const ru = `{{ finding.description }}

{% if finding.remediation %}
### Как исправить

{{ finding.remediation }}
{% endif %}

### Подробности

{% facts %}
Серьёзность: {{ finding.severity | severity_label }}
Вид: {{ finding.kind | kind_label }}
CVE: {{ finding.cve | join: ", " }}
CWE: {{ finding.cwe | join: ", " }}
CVSS: {{ finding.cvss | cvss }}
EPSS: {{ finding.epss | percent }}
Известно об эксплуатации: {{ finding.kev | yes_no }}
Файл: {{ finding.location | place }}
Адрес: {{ finding.location.url }}
Компонент: {{ finding.location.component }}
Образ: {{ finding.location.image }}
Ветка: {{ finding.location.branch }}
Активы: {{ finding.assets | join: ", " }}
Инструмент: {{ finding.tool }}
Продукт: {{ product }}
{% endfacts %}

{% if finding.url %}
[Открыть находку на портале]({{ finding.url }})
{% endif %}
`;
